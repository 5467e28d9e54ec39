package org.weighhouse.dashboard.internal.gate;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A small form, read as it comes: a slow sender takes memory for a few kilobytes and no thread. */
final class Form {

    /** Longest form. */
    static final int MAX_BYTES = 4 * 1024;

    /** Longest time until a form is there and its answer written. */
    static final Duration TIME = Duration.ofSeconds(30);

    private Form() {}

    /**
     * Reads the body of a request whose length was looked at.
     *
     * @param done gets the fields once all is there, and completes the exchange
     * @param over runs once, whatever becomes of the exchange
     */
    static void read(AsyncContext exchange, Consumer<Map<String, String>> done, Runnable over) throws IOException {
        exchange.setTimeout(TIME.toMillis());
        exchange.addListener(new End(over));
        ServletInputStream in = exchange.getRequest().getInputStream();
        in.setReadListener(new Reader(exchange, in, done));
    }

    /** The fields of a form or a query; the first of a name counts, and what cannot be decoded is left out. */
    static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                try {
                    fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                } catch (IllegalArgumentException malformed) {
                    // Nobody's browser writes this; without the field the form is refused anyway.
                    continue;
                }
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static final class Reader implements ReadListener {
        private final AsyncContext exchange;
        private final ServletInputStream in;
        private final Consumer<Map<String, String>> done;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        Reader(AsyncContext exchange, ServletInputStream in, Consumer<Map<String, String>> done) {
            this.exchange = exchange;
            this.in = in;
            this.done = done;
        }

        @Override
        public void onDataAvailable() throws IOException {
            byte[] buffer = new byte[MAX_BYTES];
            while (in.isReady() && !in.isFinished()) {
                int read = in.read(buffer);
                if (read < 0) {
                    return;
                }
                body.write(buffer, 0, read);
            }
        }

        @Override
        public void onAllDataRead() {
            done.accept(fields(body.toString(StandardCharsets.UTF_8)));
        }

        @Override
        public void onError(Throwable gone) {
            exchange.complete();
        }
    }

    private record End(Runnable over) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            over.run();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            event.getAsyncContext().complete();
        }

        @Override
        public void onError(AsyncEvent event) {
            event.getAsyncContext().complete();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
