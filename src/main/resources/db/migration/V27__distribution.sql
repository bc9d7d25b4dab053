-- Whether an agent is there. An agent without a row has never been.
create table agent_presence (
  brand_id uuid not null,
  member_id uuid not null references members,
  state text not null check (state in ('ONLINE', 'AWAY', 'OFFLINE')),
  since timestamptz not null,
  heartbeat_at timestamptz not null,
  capacity integer check (capacity between 0 and 1000),
  last_assigned_at timestamptz,
  primary key (brand_id, member_id)
) with (fillfactor = 70);
comment on column agent_presence.capacity is 'How many consultations the agent may have; null for as many as the link says.';

-- The row is the turn: whoever locks it distributes for the brand.
create table assignment_turns (
  brand_id uuid primary key references brands
);

-- What was given out automatically: to whom, and whether it went back to everybody without an answer.
create table automatic_assignments (
  brand_id uuid not null,
  consultation_id uuid not null,
  member_id uuid not null references members,
  assigned_at timestamptz not null,
  returned_at timestamptz,
  primary key (brand_id, consultation_id),
  foreign key (brand_id, consultation_id) references consultations (brand_id, id)
);

select keep_brands_apart('agent_presence');
select keep_brands_apart('assignment_turns');
select keep_brands_apart('automatic_assignments');
grant select, insert, update on agent_presence to talkgate_desk;
grant select, update on agent_presence to talkgate_timers;
grant select, insert, update on assignment_turns to talkgate_timers;
grant select, insert, update, delete on automatic_assignments to talkgate_timers;
