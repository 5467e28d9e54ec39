package org.weighhouse.http;

import java.io.IOException;

/** Something that listens, once it is opened. Opened and closed once. */
public interface Port {

    /**
     * @throws IOException if the port is taken or cannot be had
     * @throws Exception for everything else, which no other try would mend
     */
    void open() throws Exception;

    /** The port it listens on. */
    int number();

    void close() throws Exception;
}
