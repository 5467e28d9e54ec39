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
    plan varchar(64) not null references catalog_plan (name),
    currency varchar(3) not null
);

-- Rows of cards and books are only ever added: what is saved of a date again is the next edition.
create table catalog_rate_card (
    id varchar(36) not null primary key,
    workspace varchar(64) not null references catalog_workspace (id),
    effective_from bigint not null,
    edition integer not null,
    saved_at bigint not null,
    unique (workspace, effective_from, edition)
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
    cache_write_long_milli bigint not null,
    reasoning_milli bigint not null,
    primary key (rate_card, ordinal)
);

create table catalog_price_book (
    id varchar(36) not null primary key,
    workspace varchar(64) not null references catalog_workspace (id),
    effective_from bigint not null,
    edition integer not null,
    saved_at bigint not null,
    unique (workspace, effective_from, edition)
);

create table catalog_message_price (
    price_book varchar(36) not null references catalog_price_book (id),
    ordinal integer not null,
    channel varchar(128) not null,
    kind varchar(128) not null,
    market varchar(128) not null,
    each_milli bigint not null,
    primary key (price_book, ordinal)
);

-- In millionths of the workspace's currency: for a million tokens, for a tool call, for a minute.
create table catalog_model_price (
    price_book varchar(36) not null references catalog_price_book (id),
    ordinal integer not null,
    provider varchar(128) not null,
    model varchar(128) not null,
    from_input bigint not null,
    input_price bigint not null,
    output_price bigint not null,
    cache_read_price bigint not null,
    cache_write_price bigint not null,
    cache_write_long_price bigint not null,
    reasoning_price bigint not null,
    tool_call_price bigint not null,
    minute_price bigint not null,
    primary key (price_book, ordinal)
);

-- Until previous_until the text before the present one is good as well.
create table catalog_api_key (
    id varchar(36) not null primary key,
    workspace varchar(64) not null references catalog_workspace (id),
    label varchar(128) not null,
    hash varchar(64) not null unique,
    hint varchar(4) not null,
    scopes varchar(64) not null,
    sources varchar(2048) not null,
    expires bigint,
    previous_hash varchar(64),
    previous_until bigint,
    channel varchar(128) not null,
    message_kind varchar(128) not null,
    campaign varchar(128) not null,
    automation_flow varchar(128) not null,
    ai_feature varchar(128) not null,
    model varchar(128) not null,
    market varchar(128) not null,
    subscriber varchar(128) not null,
    created bigint not null
);

-- Of keys and tokens; beside them, for it is written without a change of the catalog.
create table catalog_key_use (
    id varchar(36) not null primary key,
    last_used bigint not null
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

create table catalog_channel_field (
    channel varchar(32) not null references catalog_channel (id),
    ordinal integer not null,
    name varchar(32) not null,
    label varchar(256) not null,
    secret boolean not null,
    required boolean not null,
    help varchar(2048) not null,
    primary key (channel, ordinal)
);

-- standard is true or null, never false: so the database holds the rule that a channel has one standard account at most.
create table catalog_channel_account (
    id varchar(12) not null primary key,
    workspace varchar(64) not null references catalog_workspace (id),
    channel varchar(32) not null,
    ordinal bigint not null,
    name varchar(64) not null,
    base_url varchar(1024) not null,
    standard boolean check (standard = true),
    unique (workspace, channel, ordinal),
    unique (workspace, channel, name),
    unique (workspace, channel, standard)
);

create table catalog_account_setting (
    account varchar(12) not null references catalog_channel_account (id),
    field varchar(32) not null,
    content varchar(8192) not null,
    primary key (account, field)
);

-- Each secret is encrypted: base64 of a version byte, the nonce and the sealed text (two bytes a char, and a tag).
create table catalog_account_secret (
    account varchar(12) not null references catalog_channel_account (id),
    field varchar(32) not null,
    sealed varchar(22000) not null,
    primary key (account, field)
);

-- The password's hash is Argon2id in the PHC string format.
create table catalog_user (
    name varchar(64) not null primary key,
    password varchar(256) not null,
    must_change boolean not null,
    stamp bigint not null,
    created bigint not null
);

-- A role as its text, such as admin or viewer:demo.
create table catalog_user_role (
    user_name varchar(64) not null references catalog_user (name),
    assignment varchar(80) not null,
    primary key (user_name, assignment)
);

-- Tokens by which programs act for a user; they go with the user.
create table catalog_token (
    id varchar(36) not null primary key,
    user_name varchar(64) not null references catalog_user (name),
    label varchar(128) not null,
    hash varchar(64) not null unique,
    hint varchar(4) not null,
    sources varchar(2048) not null,
    expires bigint,
    created bigint not null
);

-- One row: the number of the last change. Whoever changes the catalog locks it first.
create table catalog_version (
    id integer not null primary key,
    version bigint not null
);

insert into catalog_version (id, version) values (1, 0);

create table catalog_change (
    version bigint not null primary key,
    kind varchar(16) not null,
    subject varchar(64) not null
);

-- Who did what when; rows are only ever added, by whoever has locked the head. Each one's hash goes over the one before.
create table catalog_audit (
    number bigint not null primary key,
    made bigint not null,
    actor varchar(80) not null,
    way varchar(16) not null,
    address varchar(64) not null,
    action varchar(32) not null,
    outcome varchar(8) not null,
    workspace varchar(64) not null,
    subject varchar(128) not null,
    detail varchar(1024) not null,
    hash varchar(64) not null
);

create index catalog_audit_workspace on catalog_audit (workspace, number);
create index catalog_audit_actor on catalog_audit (actor, number);
create index catalog_audit_action on catalog_audit (action, number);

-- One row: number and hash of the last one of the trail.
create table catalog_audit_head (
    id integer not null primary key,
    number bigint not null,
    hash varchar(64) not null
);

insert into catalog_audit_head (id, number, hash) values (1, 0, '');
