create table customer (
    id varchar primary key,
    name varchar not null,
    email varchar not null,
    phone varchar not null,
    iban varchar not null
) as select * from csvread('classpath:/people.csv', null, 'charset=UTF-8');
