create table sample (id bigint not null primary key, body ${blob} not null, said ${text}, said_when ${timestamp})
