-- One row for each group commit; rows are only ever added.
create table wh_journal (
    seq bigint not null,
    first_entry bigint not null,
    entry_count integer not null,
    min_time_micros bigint not null,
    max_time_micros bigint not null,
    recorded_micros bigint not null,
    codec_version integer not null,
    body ${blob} not null,
    checksum bigint not null,
    hash ${hash} not null,
    constraint wh_journal_pk primary key (seq)
);

-- Everything that the search for a range of time needs, so that it does not pass by the bodies.
create index wh_journal_times on wh_journal (max_time_micros, min_time_micros, seq);
