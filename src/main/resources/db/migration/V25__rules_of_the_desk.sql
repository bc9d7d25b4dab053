-- What a brand has set about the desk of a link: hours, automatic messages, closing, distribution. Apart from the links, which
-- every batch of events reads. JSON as it is shown, read by the code alone.
create table link_rules (
  brand_id uuid not null,
  link_id uuid not null unique,
  rules text not null,
  changed_at timestamptz not null,
  primary key (brand_id, link_id),
  foreign key (brand_id, link_id) references links (brand_id, id)
);

select keep_brands_apart('link_rules');
grant select, insert, update on link_rules to talkgate_desk;
grant select on link_rules to talkgate_intake, talkgate_timers;
