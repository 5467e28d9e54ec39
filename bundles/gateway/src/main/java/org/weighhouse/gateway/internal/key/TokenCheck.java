package org.weighhouse.gateway.internal.key;

import java.net.InetAddress;
import java.time.Clock;
import java.util.Optional;
import org.weighhouse.api.access.AccessTokens;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.channel.Refusal;
import org.weighhouse.gateway.internal.neighbour.Slot;

/** Whose a token is, and whether it is good now and from somewhere. */
public record TokenCheck(Slot<AccessTokens> tokens, Slot<Users> users, Clock clock) {

    /** What came of it. */
    public sealed interface Answer {}

    /** @param user as they are now, roles and all */
    public record Good(AccessTokens.TokenInfo token, User user) implements Answer {}

    /** There is no such token, or its user is gone. */
    public record Unknown() implements Answer {}

    /** There is one, and it is not good now or from there. */
    public record Refused(AccessTokens.TokenInfo token, Refusal refusal) implements Answer {}

    /**
     * @param from the caller's address; empty if it cannot be told
     * @throws org.weighhouse.gateway.internal.http.ProblemException 503 while there is nobody to tell whose it is
     */
    public Answer check(String presented, Optional<InetAddress> from) {
        Optional<AccessTokens.TokenInfo> token = tokens.get().resolve(presented);
        Optional<User> user = token.flatMap(known -> users.get().find(known.user()));
        if (user.isEmpty()) {
            return new Unknown();
        }
        Optional<Refusal> refusal = Terms.refusal("token", token.get().validity(), clock.instant(), from);
        if (refusal.isPresent()) {
            return new Refused(token.get(), refusal.get());
        }
        tokens.get().used(token.get().id());
        return new Good(token.get(), user.get());
    }
}
