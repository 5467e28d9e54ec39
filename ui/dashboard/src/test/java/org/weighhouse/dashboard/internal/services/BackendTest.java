package org.weighhouse.dashboard.internal.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.kit.FakeAccounts;
import org.weighhouse.api.kit.FakeChannels;
import org.weighhouse.api.kit.FakeWorkspaces;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerHealth;
import org.weighhouse.api.ledger.UsageQueries;

class BackendTest {

    private static final LedgerHealth STOPPED = new LedgerHealth(false, "the disk is full");

    @Test
    void tells_of_the_shard_that_the_workspace_lives_on() {
        Backend backend = backend(Optional.of(ledger("two")));

        assertThat(backend.ledgerHealth(workspace("one"))).isEqualTo(LedgerHealth.UP);
        assertThat(backend.ledgerHealth(workspace("two"))).isEqualTo(STOPPED);
    }

    @Test
    void a_ledger_that_is_not_there_takes_no_entries() {
        assertThat(backend(Optional.empty()).ledgerHealth(workspace("one")).writable())
                .isFalse();
    }

    private static Backend backend(Optional<Ledger> ledger) {
        return new Backend(
                answering(UsageQueries.class, "nothing"),
                new FakeWorkspaces(),
                new FakeChannels(),
                new FakeAccounts(),
                ledger,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A ledger whose shard of one workspace has stopped. */
    private static Ledger ledger(String stopped) {
        return answering(Ledger.class, stopped);
    }

    private static <S> S answering(Class<S> service, String stopped) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(),
                new Class<?>[] {service},
                (proxy, method, arguments) -> health(method.getName(), arguments, stopped)));
    }

    private static LedgerHealth health(String method, Object[] arguments, String stopped) {
        if (!method.equals("health") || arguments == null) {
            throw new UnsupportedOperationException(method);
        }
        return arguments[0].equals(new WorkspaceId(stopped)) ? STOPPED : LedgerHealth.UP;
    }

    private static Workspace workspace(String id) {
        return new Workspace(new WorkspaceId(id), id, ZoneOffset.UTC, "Growth");
    }
}
