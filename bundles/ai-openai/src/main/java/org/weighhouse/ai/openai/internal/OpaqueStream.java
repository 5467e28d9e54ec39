package org.weighhouse.ai.openai.internal;

import java.util.Arrays;
import java.util.Optional;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.adapter.camel.StreamReader;

/** A stream that came compressed though we asked for plain text: it passes, and the estimate counts. */
final class OpaqueStream implements StreamReader {

    private final Findings findings;

    OpaqueStream(Findings findings) {
        this.findings = findings;
    }

    @Override
    public byte[] pass(byte[] buffer, int length) {
        return Arrays.copyOf(buffer, length);
    }

    @Override
    public byte[] end() {
        return new byte[0];
    }

    @Override
    public Optional<Finding.Used> found() {
        return Optional.empty();
    }

    @Override
    public Finding.Used estimate() {
        return findings.estimated("", "", findings.estimate().output());
    }
}
