package org.weighhouse.gateway.internal.rest;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.gateway.internal.http.Exchange;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.ProblemType;

/** What a body is, and what an answer should be. */
final class MediaTypes {

    static final String JSON = "application/json";
    static final String CSV = "text/csv";

    private MediaTypes() {}

    /**
     * The request body's media type.
     *
     * @throws ProblemException 415 if it is none of those accepted, is compressed, or is not UTF-8
     */
    static String check(Exchange exchange, Set<String> accepted) {
        Headers headers = exchange.headers();
        String contentType = headers.first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        String mediaType = contentType.split(";", 2)[0].strip();
        if (!accepted.contains(mediaType)) {
            throw unsupported("Send the body as " + String.join(" or ", new TreeSet<>(accepted)) + ".");
        }
        String charset = contentType.replace("\"", "").replace(" ", "");
        if (charset.contains("charset=") && !charset.contains("charset=utf-8")) {
            throw unsupported("Send the body in UTF-8.");
        }
        String encoding = headers.first("Content-Encoding").orElse("identity");
        if (!encoding.equalsIgnoreCase("identity")) {
            throw unsupported("Send the body without Content-Encoding.");
        }
        return mediaType;
    }

    /** Whether the client would rather have CSV than JSON. */
    static boolean prefersCsv(Headers headers) {
        QuotedQualityCSV accepted = new QuotedQualityCSV();
        headers.fields().stream()
                .filter(field -> field.is("Accept"))
                .forEach(field -> accepted.addValue(field.value()));
        for (String range : accepted.getValues()) {
            String type = range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            if (type.equals(CSV) || type.equals("text/*")) {
                return true;
            }
            if (type.equals(JSON) || type.equals("application/*") || type.equals("*/*")) {
                return false;
            }
        }
        return false;
    }

    private static ProblemException unsupported(String detail) {
        return new ProblemException(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail));
    }
}
