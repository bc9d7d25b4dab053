-- Attempts to log in, counted over all replicas by what may be guessed at: an account, an address, an account from an address.
-- Of no brand: most of the names that are tried are nobody's.
create table login_attempts (
  key_hash bytea primary key,
  attempts integer not null,
  since timestamptz not null
);
comment on column login_attempts.key_hash is
  'SHA-256 of the name or the address: names that are tried are often passwords typed into the wrong field.';
create index login_attempts_by_age on login_attempts (since);
grant select, insert, update, delete on login_attempts to talkgate_login;

-- Whoever is disabled, or gets another password, is logged out: sessions begun before this no longer count. They are deleted as
-- others that have ended, by the role that logs in.
alter table members add column sessions_since timestamptz;

-- Members whom an OpenID issuer knows: found by the issuer's word and their subject there, in each brand on its own. Their user
-- names begin with oidc:, which no name of a built-in member can, and no password has their hash.
alter table members
  add column issuer text,
  add column subject text,
  add check ((issuer is null) = (subject is null));
create unique index members_of_issuers on members (issuer, subject, brand_id) nulls not distinct where issuer is not null;
grant insert, update (name, role) on members to talkgate_login;
grant select (id) on brands to talkgate_login;
