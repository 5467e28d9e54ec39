package org.weighhouse.catalog.internal;

import jakarta.persistence.EntityManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that credentials are read and written with one and the same master key, for ever. */
final class CredentialKey {

    private static final Logger LOG = LoggerFactory.getLogger(CredentialKey.class);
    private static final String FINGERPRINT = "secret-key-fingerprint";

    private CredentialKey() {}

    /**
     * The box for credentials, with a new key if there never was one.
     *
     * @throws IllegalStateException if the key is missing, malformed or another than before
     */
    static SecretBox open(CatalogDatabase database, MasterKeySource source) {
        return database.write(em -> {
            SettingRow known = em.find(SettingRow.class, FINGERPRINT);
            if (known == null) {
                return new SecretBox(adopt(em, source));
            }
            MasterKey key = source.existing();
            if (!key.fingerprint().equals(known.content())) {
                throw new IllegalStateException("The secret key from " + key.origin() + " (fingerprint "
                        + key.fingerprint() + ") is not the one that the stored credentials were encrypted with"
                        + " (fingerprint " + known.content() + "). Put the right key back.");
            }
            return new SecretBox(key);
        });
    }

    private static MasterKey adopt(EntityManager em, MasterKeySource source) {
        MasterKey key = source.existingOrNew();
        em.persist(new SettingRow(FINGERPRINT, key.fingerprint()));
        LOG.info(
                "Credentials are encrypted with the secret key from {}: back it up, apart from the database",
                key.origin());
        return key;
    }
}
