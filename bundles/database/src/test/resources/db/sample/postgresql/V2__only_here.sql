create table only_here (id int, it jsonb)
