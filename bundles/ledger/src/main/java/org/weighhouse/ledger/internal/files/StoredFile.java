package org.weighhouse.ledger.internal.files;

/**
 * A finished file of the checkpoint folder; it is never changed again.
 *
 * @param name within the folder
 * @param checksum CRC-32C of all its bytes
 */
public record StoredFile(String name, long length, long checksum) {}
