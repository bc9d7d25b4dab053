-- What has been said or done automatically about a consultation: each occasion once, whoever finds it.
create table automatic_occasions (
  brand_id uuid not null,
  consultation_id uuid not null,
  occasion text not null,
  key text not null,
  taken_at timestamptz not null,
  primary key (brand_id, consultation_id, occasion, key),
  foreign key (brand_id, consultation_id) references consultations (brand_id, id)
);

-- A new reason. The version before never meets it, unless a link's rules are set while both run.
alter table consultations drop constraint consultations_close_reason_check;
alter table consultations add constraint consultations_close_reason_check check (close_reason in
  ('CUSTOMER_LEFT', 'NO_MESSAGE', 'PARTNER_CENTER', 'AGENT', 'INACTIVITY', 'OUTSIDE_HOURS', 'BLOCKED', 'LINK_REVOKED')) not valid;

-- Of what is open, what somebody has: how much each agent has, and who was assigned. A consultation that nobody has is not in
-- it, and no message changes what is.
create index consultations_of_assignee on consultations (brand_id, assignee_id) where assignee_id is not null and status <> 'CLOSED';


-- How the customer rated it. Until comment_until, what the customer writes next is the comment and opens no consultation.
alter table consultations
  add column rating smallint check (rating between 1 and 5),
  add column rating_comment text,
  add column rated_at timestamptz,
  add column comment_until timestamptz;

select keep_brands_apart('automatic_occasions');
grant select, insert on automatic_occasions to talkgate_timers;
grant select on automatic_occasions to talkgate_desk;
grant select on consultation_history, brands, members to talkgate_timers;
