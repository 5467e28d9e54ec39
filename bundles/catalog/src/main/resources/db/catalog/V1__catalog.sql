-- Who may use what, and at what price. One text for Derby and PostgreSQL: quantities are thousandths of a unit,
-- times are milliseconds since 1970 (UTC).

create table catalog_setting (
    name varchar(64) not null primary key,
    content varchar(256) not null
);

create table catalog_plan (
    name varchar(64) not null primary key
);

create table catalog_allowance (
    plan varchar(64) not null references catalog_plan (name),
    unit varchar(32) not null,
    amount_milli bigint not null,
    limit_kind varchar(8) not null,
    rolls_over boolean not null,
    primary key (plan, unit)
);

create table catalog_workspace (
    id varchar(64) not null primary key,
    name varchar(128) not null,
    zone varchar(64) not null,
    plan varchar(64) not null references catalog_plan (name)
);

create table catalog_rate_card (
    id varchar(36) not null primary key,
    workspace varchar(64) not null references catalog_workspace (id),
    effective_from bigint not null,
    unique (workspace, effective_from)
);

create table catalog_message_rate (
    rate_card varchar(36) not null references catalog_rate_card (id),
    ordinal integer not null,
    channel varchar(128) not null,
    kind varchar(128) not null,
    market varchar(128) not null,
    credits_milli bigint not null,
    primary key (rate_card, ordinal)
);

create table catalog_token_rate (
    rate_card varchar(36) not null references catalog_rate_card (id),
    ordinal integer not null,
    model varchar(128) not null,
    input_milli bigint not null,
    output_milli bigint not null,
    cache_read_milli bigint not null,
    cache_write_milli bigint not null,
    reasoning_milli bigint not null,
    primary key (rate_card, ordinal)
);

create table catalog_api_key (
    id varchar(36) not null primary key,
    workspace varchar(64) not null references catalog_workspace (id),
    label varchar(128) not null,
    hash varchar(64) not null unique,
    hint varchar(4) not null,
    channel varchar(128) not null,
    message_kind varchar(128) not null,
    campaign varchar(128) not null,
    automation_flow varchar(128) not null,
    ai_feature varchar(128) not null,
    model varchar(128) not null,
    subscriber varchar(128) not null,
    created bigint not null
);

create table catalog_channel (
    id varchar(32) not null primary key,
    name varchar(128) not null,
    color varchar(7) not null,
    icon varchar(64) not null,
    unit varchar(32) not null,
    default_base_url varchar(1024) not null
);

create table catalog_channel_kind (
    channel varchar(32) not null references catalog_channel (id),
    kind varchar(128) not null,
    credits_milli bigint not null,
    primary key (channel, kind)
);

-- The credential is encrypted: base64 of a version byte, the nonce and the sealed text.
create table catalog_channel_account (
    id varchar(36) not null primary key,
    workspace varchar(64) not null references catalog_workspace (id),
    channel varchar(32) not null,
    base_url varchar(1024) not null,
    credential varchar(6000) not null,
    unique (workspace, channel)
);
