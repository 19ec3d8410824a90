-- What happened: one row for each act, never changed, each sealed with the one before; and the kinds of organisations.
-- Safe: creates and adds only.

alter table organization add column kind text not null default 'own' check (kind in ('own', 'example'));

-- Sightline itself looks over all organisations in three places: its first page, its jobs, its terminal. They say so first.
create policy across on organization for select using (current_setting('app.across', true) = 'yes');

create table history_event (
  organization_id uuid not null references organization (id),
  -- 1, 2, 3, … without a gap: a removed row shows.
  number bigint not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'visitor', 'terminal', 'system')),
  actor_id uuid,
  via text not null check (via in ('page', 'token', 'terminal', 'system')),
  act text not null,
  subject_kind text not null,
  subject_id text not null,
  -- Fingerprint of the detail below, which may be erased; the seal holds without it.
  detail_seal text not null,
  previous_seal text not null,
  seal text not null,
  primary key (organization_id, id),
  unique (organization_id, number)
);

-- Read newest first: all of it, or what somebody did, or all of one kind of thing, or about one thing, or one kind of act.
create index history_event_at on history_event (organization_id, at desc, number desc);
create index history_event_actor on history_event (organization_id, actor_id, at desc, number desc);
create index history_event_kind on history_event (organization_id, subject_kind, at desc, number desc);
create index history_event_subject on history_event (organization_id, subject_kind, subject_id, at desc, number desc);
create index history_event_act on history_event (organization_id, act, at desc, number desc);

-- What else an act was about: a publication is on the draft and on the framework.
create table history_subject (
  organization_id uuid not null,
  event_id uuid not null,
  kind text not null,
  id text not null,
  -- The event's, so that the newest are found without looking at all.
  at timestamptz not null,
  number bigint not null,
  primary key (organization_id, event_id, kind, id),
  foreign key (organization_id, event_id) references history_event (organization_id, id)
);

create index history_subject_of on history_subject (organization_id, kind, id, at desc, number desc);

-- Names and values, before and after. Apart, because a person may ask for theirs to be erased.
create table history_detail (
  organization_id uuid not null,
  event_id uuid not null,
  -- Chance, so that nobody can guess the erased words from their fingerprint.
  salt text not null,
  detail jsonb not null,
  primary key (organization_id, event_id),
  foreign key (organization_id, event_id) references history_event (organization_id, id)
);

-- The newest seal of each organisation. Whoever records holds this row, so that numbers follow each other.
create table history_head (
  organization_id uuid not null references organization (id),
  number bigint not null,
  seal text not null,
  primary key (organization_id)
);

-- Who has ever done something, by the name they had last: for looking things up, not part of what is sealed.
create table history_actor (
  organization_id uuid not null references organization (id),
  id uuid not null,
  name text not null,
  primary key (organization_id, id)
);

-- Jobs that were given up after their last try, until somebody has them done again or puts them aside.
create table unfinished_job (
  organization_id uuid not null references organization (id),
  id uuid not null,
  job text not null,
  data jsonb not null,
  reason text not null,
  tries integer not null,
  given_up_at timestamptz not null,
  primary key (organization_id, id)
);

-- The setting is read in a select of its own, which runs once and not once a row.
alter table history_event enable row level security;
alter table history_event force row level security;
create policy own on history_event
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table history_subject enable row level security;
alter table history_subject force row level security;
create policy own on history_subject
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table history_detail enable row level security;
alter table history_detail force row level security;
create policy own on history_detail
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table history_actor enable row level security;
alter table history_actor force row level security;
create policy own on history_actor
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table history_head enable row level security;
alter table history_head force row level security;
create policy own on history_head
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));

alter table unfinished_job enable row level security;
alter table unfinished_job force row level security;
create policy own on unfinished_job
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));

-- The application may add to these and read them, nothing else; see `grant` in src/db/migrate.ts.
comment on table history_event is 'append-only';
comment on table history_subject is 'append-only';
