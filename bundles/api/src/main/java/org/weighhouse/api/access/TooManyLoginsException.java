package org.weighhouse.api.access;

/** More passwords are waiting to be checked than can be: nothing is said about this one, try again soon. */
public final class TooManyLoginsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooManyLoginsException() {
        super("too many logins at this moment; try again soon");
    }
}
