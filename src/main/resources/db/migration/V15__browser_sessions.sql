-- Logins of browsers. In the database, so that every replica knows them and all of them end at once when they are revoked.
-- brand_id is null for the operators, as in members.
create table browser_sessions (
  brand_id uuid references brands,
  id_hash bytea primary key,
  member_id uuid not null references members on delete cascade,
  created_at timestamptz not null,
  used_at timestamptz not null,
  expires_at timestamptz not null
);
comment on column browser_sessions.id_hash is
  'SHA-256 of what the browser''s cookie holds: whoever reads this table cannot take a session over.';
create index browser_sessions_by_member on browser_sessions (member_id, created_at desc);
create index browser_sessions_by_expiry on browser_sessions (expires_at);
select keep_brands_apart('browser_sessions');
grant select, insert, update, delete on browser_sessions to talkgate_login;

-- Members are never deleted, because what they did stays theirs; who has this set may not log in.
alter table members add column disabled_at timestamptz;
