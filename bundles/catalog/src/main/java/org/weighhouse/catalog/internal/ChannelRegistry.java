package org.weighhouse.catalog.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.api.channel.WebhookReceiver;

/** Follows adapters as they come and go. Coming and going only touches memory; the rest is done on another thread. */
@Component(service = Channels.class, immediate = true)
public final class ChannelRegistry implements Channels {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelRegistry.class);

    private final Map<String, ChannelDescriptor> remembered = new ConcurrentHashMap<>();
    private final Map<ChannelAdapter, ChannelDescriptor> running = new ConcurrentHashMap<>();
    private final Map<WebhookReceiver, String> receiving = new ConcurrentHashMap<>();
    private final Listeners<Runnable> listeners = new Listeners<>();
    private final ChannelMemory memory;

    @Activate
    public ChannelRegistry(@Reference CatalogDatabase database) {
        for (ChannelRow row : database.write(em -> CatalogDatabase.all(em, ChannelRow.class))) {
            ChannelDescriptor descriptor = row.toDescriptor();
            remembered.put(descriptor.id(), descriptor);
        }
        memory = new ChannelMemory(database, () -> listeners.tell(Runnable::run));
    }

    @Deactivate
    void stop() {
        memory.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindAdapter(ChannelAdapter adapter) {
        ChannelDescriptor descriptor = adapter.descriptor();
        running.put(adapter, descriptor);
        if (descriptor.equals(remembered.put(descriptor.id(), descriptor))) {
            memory.changed();
        } else {
            memory.keep(descriptor);
        }
        LOG.info("Channel {} is on", descriptor.id());
    }

    void unbindAdapter(ChannelAdapter adapter) {
        ChannelDescriptor descriptor = running.remove(adapter);
        if (descriptor != null) {
            LOG.info("Channel {} is off", descriptor.id());
            memory.changed();
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindReceiver(WebhookReceiver receiver) {
        receiving.put(receiver, receiver.channel());
        memory.changed();
    }

    void unbindReceiver(WebhookReceiver receiver) {
        receiving.remove(receiver);
        memory.changed();
    }

    @Override
    public List<Channel> all() {
        return remembered.values().stream()
                .map(this::channel)
                .sorted(Comparator.comparing(
                                (Channel channel) -> channel.descriptor().name(), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(channel -> channel.descriptor().id()))
                .toList();
    }

    @Override
    public Optional<Channel> find(String id) {
        return Optional.ofNullable(remembered.get(id)).map(this::channel);
    }

    @Override
    public void remember(ChannelDescriptor descriptor) {
        if (isRunning(descriptor.id())) {
            return;
        }
        if (!descriptor.equals(remembered.put(descriptor.id(), descriptor))) {
            memory.keep(descriptor);
        }
    }

    @Override
    public Subscription subscribe(Runnable listener) {
        return listeners.add(listener);
    }

    private Channel channel(ChannelDescriptor descriptor) {
        return new Channel(descriptor, isRunning(descriptor.id()), receiving.containsValue(descriptor.id()));
    }

    private boolean isRunning(String id) {
        return running.values().stream().anyMatch(descriptor -> descriptor.id().equals(id));
    }
}
