package org.weighhouse.pricing.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.weighhouse.api.pricing.PriceFiles;

/** A file of an admin, whole. */
final class TextFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    /** @throws IllegalArgumentException if it is too long or not UTF-8 */
    static String read(InputStream file) throws IOException {
        byte[] bytes = file.readNBytes(PriceFiles.MAX_BYTES + 1);
        if (bytes.length > PriceFiles.MAX_BYTES) {
            throw new IllegalArgumentException("the file is longer than " + (PriceFiles.MAX_BYTES >> 20) + " MiB");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            throw new IllegalArgumentException("the file is not UTF-8", otherEncoding);
        }
    }
}
