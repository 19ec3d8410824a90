-- People: who is there, in which team and place, in which posts, and to whom they report; and files of people read in.
-- Safe: creates only.

create table place (
  organization_id uuid not null references organization (id),
  id uuid not null,
  name text not null,
  primary key (organization_id, id)
);
create unique index place_name_key on place (organization_id, lower(name));

create table team (
  organization_id uuid not null references organization (id),
  id uuid not null,
  name text not null,
  -- The team that it is part of; null: it stands on top.
  parent_id uuid,
  primary key (organization_id, id),
  foreign key (organization_id, parent_id) references team (organization_id, id),
  check (parent_id <> id)
);
create unique index team_name_key
  on team (organization_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name));
create index team_of_team on team (organization_id, parent_id);

create table person (
  organization_id uuid not null references organization (id),
  id uuid not null,
  name text not null,
  -- The name as it is searched and sorted: see src/people/fold.ts.
  folded text not null,
  email text,
  -- The employer's own number for them, whatever it looks like.
  number text,
  -- Days, both included. Null: not known (the first), none so far (the last).
  starts_on date,
  ends_on date,
  leave_from date,
  leave_until date,
  -- Counts the changes, so that of two people who change the same person at once the second is told.
  version integer not null default 1,
  primary key (organization_id, id),
  check (ends_on >= starts_on),
  check (leave_until >= leave_from),
  check (leave_from is not null or leave_until is null)
);
create unique index person_email_key on person (organization_id, lower(email));
create unique index person_number_key on person (organization_id, lower(number));
create index person_in_order on person (organization_id, folded, id);

-- What somebody works as: a role, by its title, in a team and at a place. One person has several over time, or at once.
create table post (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  title text not null,
  folded text not null,
  team_id uuid,
  place_id uuid,
  -- To whom the person reports in this post; null: to nobody, or not known.
  reports_to uuid,
  -- Days, both included; never after the person's last day. Null: not known (the first), none so far (the last).
  starts_on date,
  ends_on date,
  -- Per cent of full time; null: not said.
  share smallint check (share between 1 and 100),
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, team_id) references team (organization_id, id),
  foreign key (organization_id, place_id) references place (organization_id, id),
  foreign key (organization_id, reports_to) references person (organization_id, id),
  check (ends_on >= starts_on),
  check (reports_to <> person_id)
);
create index post_of_person on post (organization_id, person_id);
create index post_of_manager on post (organization_id, reports_to);
create index post_of_team on post (organization_id, team_id);
create index post_of_place on post (organization_id, place_id);

-- A file of people: checked, confirmed by somebody, then done by a job.
create table people_import (
  organization_id uuid not null references organization (id),
  id uuid not null,
  state text not null check (state in ('checked', 'waiting', 'running', 'done', 'failed', 'dropped')),
  file_name text,
  -- The file itself, as text; emptied when it is done or dropped.
  content text,
  -- How dates with slashes are to be read.
  date_order text not null check (date_order in ('day first', 'month first')),
  -- What the check found, or what was done in the end.
  report jsonb not null,
  -- Steps of the job done so far, of how many.
  done integer not null default 0,
  total integer not null default 0,
  -- Why it failed.
  message text,
  -- Who confirmed it, and by which door.
  confirmed_by uuid,
  confirmed_via text,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (organization_id, id)
);
create index people_import_in_order on people_import (organization_id, made_at desc);

-- Whom an import added or changed, and what; apart, so that one person's words can be erased.
create table people_import_person (
  organization_id uuid not null,
  import_id uuid not null,
  person_id uuid not null,
  act text not null check (act in ('added', 'changed')),
  -- Field by field, before and after; null once erased, and for those who were added.
  changes jsonb,
  primary key (organization_id, import_id, person_id),
  foreign key (organization_id, import_id) references people_import (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index people_import_of_person on people_import_person (organization_id, person_id);

-- The setting is read in a select of its own, which runs once and not once a row.
alter table place enable row level security;
alter table place force row level security;
create policy own on place
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table team enable row level security;
alter table team force row level security;
create policy own on team
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table person enable row level security;
alter table person force row level security;
create policy own on person
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table post enable row level security;
alter table post force row level security;
create policy own on post
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table people_import enable row level security;
alter table people_import force row level security;
create policy own on people_import
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table people_import_person enable row level security;
alter table people_import_person force row level security;
create policy own on people_import_person
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
