package org.weighhouse.catalog.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.weighhouse.api.Unit;
import org.weighhouse.api.channel.ChannelDescriptor;

/** A channel's descriptor as it is stored. */
@Entity
@Table(name = "catalog_channel")
class ChannelRow {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "name")
    private String name;

    @Column(name = "color")
    private String color;

    @Column(name = "icon")
    private String icon;

    @Column(name = "unit")
    private String unit;

    @Column(name = "default_base_url")
    private String defaultBaseUrl;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "catalog_channel_kind", joinColumns = @JoinColumn(name = "channel"))
    private List<ChannelKindColumns> kinds = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "catalog_channel_field", joinColumns = @JoinColumn(name = "channel"))
    private List<ChannelFieldColumns> fields = new ArrayList<>();

    protected ChannelRow() {}

    ChannelRow(ChannelDescriptor descriptor) {
        id = descriptor.id();
        set(descriptor);
    }

    final void set(ChannelDescriptor descriptor) {
        name = descriptor.name();
        color = descriptor.color();
        icon = descriptor.icon();
        unit = descriptor.unit().name();
        defaultBaseUrl = descriptor.defaultBaseUrl();
        kinds.clear();
        descriptor.kinds().forEach((kind, credits) -> kinds.add(new ChannelKindColumns(kind, credits)));
        fields.clear();
        descriptor.accountFields().forEach(field -> fields.add(new ChannelFieldColumns(fields.size(), field)));
    }

    ChannelDescriptor toDescriptor() {
        return new ChannelDescriptor(
                id,
                name,
                color,
                icon,
                Unit.valueOf(unit),
                defaultBaseUrl,
                kinds.stream().collect(Collectors.toMap(ChannelKindColumns::kind, ChannelKindColumns::credits)),
                fields.stream()
                        .sorted(Comparator.comparingInt(ChannelFieldColumns::ordinal))
                        .map(ChannelFieldColumns::toField)
                        .toList());
    }
}
