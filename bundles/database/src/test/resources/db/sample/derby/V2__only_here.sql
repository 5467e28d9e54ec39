create table only_here (id int)
