package org.weighhouse.api.tls;

import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The certificate that this server shows to whoever connects, where an admin has named one. Another certificate in the same
 * files is shown to the next who connects; nobody who is connected notices. Thread-safe.
 */
@ProviderType
public interface ServerCertificate {

    /** Whether doors speak TLS and nothing else, though perhaps not yet: see {@link #context}. */
    boolean isRequired();

    /** For connections from outside; empty while there is no certificate to show. Always the same one. */
    Optional<SSLContext> context();

    /** What is wrong, in words for an admin, such as a file that cannot be read; empty while all is well. */
    Optional<String> problem();
}
