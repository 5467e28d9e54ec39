package org.weighhouse.catalog.internal;

import jakarta.persistence.EntityManager;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Channels;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.catalog.Workspaces;

/** Keeps channel accounts, their credentials sealed in the database and open in memory. */
@Component(service = ChannelAccounts.class, configurationPid = CatalogConfig.PID)
@Designate(ocd = CatalogConfig.class)
public final class ChannelAccountStore implements ChannelAccounts {

    /** Longest credential, in bytes of UTF-8. */
    static final int MAX_CREDENTIAL_BYTES = 4_096;

    private static final int MAX_URL = 1_024;
    private static final int ID_LENGTH = 16;

    private final CatalogDatabase database;
    private final Workspaces workspaces;
    private final Channels channels;
    private final SecretBox box;
    private final RandomText random = new RandomText();
    private final ReentrantLock writing = new ReentrantLock();

    /** Never changed in place. */
    private volatile Map<Place, ChannelAccount> accounts;

    private record Place(WorkspaceId workspace, String channel) {
        static Place of(ChannelAccount account) {
            return new Place(account.workspace(), account.channel());
        }
    }

    @Activate
    public ChannelAccountStore(
            @Reference CatalogDatabase database,
            @Reference Workspaces workspaces,
            @Reference Channels channels,
            CatalogConfig config) {
        this(database, workspaces, channels, CredentialKey.open(database, DataFolder.masterKey(config)));
    }

    /** @throws IllegalStateException if a stored credential does not open */
    ChannelAccountStore(CatalogDatabase database, Workspaces workspaces, Channels channels, SecretBox box) {
        this.database = database;
        this.workspaces = workspaces;
        this.channels = channels;
        this.box = box;
        Map<Place, ChannelAccount> loaded = new HashMap<>();
        for (ChannelAccountRow row : database.write(em -> CatalogDatabase.all(em, ChannelAccountRow.class))) {
            ChannelAccount account = row.toAccount(box);
            loaded.put(Place.of(account), account);
        }
        accounts = Map.copyOf(loaded);
    }

    @Override
    public ChannelAccount connect(WorkspaceId workspace, String channel, URI baseUrl, Secret credential) {
        requireKnown(workspace, channel);
        requireCredential(credential);
        URI address = requireHttp(baseUrl);
        writing.lock();
        try {
            // The id outlives a change of credential: webhook addresses are made of it.
            String id = find(workspace, channel).map(ChannelAccount::id).orElseGet(() -> random.next(ID_LENGTH));
            ChannelAccount account = new ChannelAccount(id, workspace, channel, address, credential);
            database.run(em -> em.merge(new ChannelAccountRow(account, box)));
            Map<Place, ChannelAccount> more = new HashMap<>(accounts);
            more.put(Place.of(account), account);
            accounts = Map.copyOf(more);
            return account;
        } finally {
            writing.unlock();
        }
    }

    @Override
    public boolean disconnect(WorkspaceId workspace, String channel) {
        writing.lock();
        try {
            Optional<ChannelAccount> account = find(workspace, channel);
            account.ifPresent(known -> {
                database.run(em -> remove(em, known.id()));
                Map<Place, ChannelAccount> fewer = new HashMap<>(accounts);
                fewer.remove(Place.of(known));
                accounts = Map.copyOf(fewer);
            });
            return account.isPresent();
        } finally {
            writing.unlock();
        }
    }

    @Override
    public List<ChannelAccount> list(WorkspaceId workspace) {
        return accounts.values().stream()
                .filter(account -> account.workspace().equals(workspace))
                .sorted(Comparator.comparing(ChannelAccount::channel))
                .toList();
    }

    @Override
    public Optional<ChannelAccount> find(WorkspaceId workspace, String channel) {
        return Optional.ofNullable(accounts.get(new Place(workspace, channel)));
    }

    private static void remove(EntityManager em, String id) {
        ChannelAccountRow row = em.find(ChannelAccountRow.class, id);
        if (row != null) {
            em.remove(row);
        }
    }

    private void requireKnown(WorkspaceId workspace, String channel) {
        if (workspaces.find(workspace).isEmpty()) {
            throw new IllegalArgumentException("there is no workspace " + workspace);
        }
        if (channels.find(channel).isEmpty()) {
            List<String> known = channels.all().stream()
                    .map(each -> each.descriptor().id())
                    .sorted()
                    .toList();
            throw new IllegalArgumentException("there is no channel " + channel + "; "
                    + (known.isEmpty() ? "none was ever installed" : "known are " + String.join(", ", known)));
        }
    }

    private static void requireCredential(Secret credential) {
        int length = credential.value().getBytes(StandardCharsets.UTF_8).length;
        if (credential.value().isBlank() || length > MAX_CREDENTIAL_BYTES) {
            throw new IllegalArgumentException("a credential has 1 to " + MAX_CREDENTIAL_BYTES + " bytes");
        }
    }

    private static URI requireHttp(URI baseUrl) {
        String text = baseUrl.toString().replaceFirst("/+$", "");
        String scheme = Optional.ofNullable(baseUrl.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || baseUrl.getHost() == null) {
            throw new IllegalArgumentException("a base address starts with http:// or https:// and names a host");
        }
        if (baseUrl.getRawUserInfo() != null || baseUrl.getRawQuery() != null || baseUrl.getRawFragment() != null) {
            throw new IllegalArgumentException("a base address has no user, query or fragment");
        }
        if (text.length() > MAX_URL) {
            throw new IllegalArgumentException("a base address has at most " + MAX_URL + " characters");
        }
        return URI.create(text);
    }
}
