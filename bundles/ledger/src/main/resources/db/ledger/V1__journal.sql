-- One row for each group commit; rows are only ever added.
create table wh_journal (
    seq bigint not null primary key,
    first_entry bigint not null,
    entry_count integer not null,
    min_time_micros bigint not null,
    max_time_micros bigint not null,
    recorded_micros bigint not null,
    codec_version integer not null,
    body ${blob} not null,
    checksum bigint not null,
    hash ${hash} not null
)
