-- With which keys values in the database are sealed: each with a proof, so that a start with another key set is noticed. A key
-- is in use until nothing is sealed with it any more. The numbers are Tink's.
create table encryption_keys (
  key_id integer primary key,
  proof bytea not null,
  since timestamptz not null default clock_timestamp(),
  in_use boolean not null default true
);
comment on column encryption_keys.since is 'Resealing goes from older keys to newer ones alone, so that two replicas never work against each other.';

-- Resealing and the check at the start act as the timers.
grant select, insert, update on encryption_keys to talkgate_timers;
grant select (brand_id, id, token), update (token) on webhook_tokens to talkgate_timers;
grant update (send_api_key) on links to talkgate_timers;
grant update (body) on events to talkgate_timers;
