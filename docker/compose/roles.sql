-- The README's preparation; the passwords are for trying.
create role talkgate_owner login createrole password 'talkgate_owner';
create role talkgate_app login password 'talkgate_app';
create database talkgate owner talkgate_owner;
