-- Profile: a person's workbook and its answers, the levels that come of them, and what a person shares with whom.
-- Safe: creates only.

-- One round of answering the statements of a framework about oneself.
create table workbook (
  organization_id uuid not null references organization (id),
  id uuid not null,
  person_id uuid not null,
  framework_id uuid not null,
  started_at timestamptz not null,
  -- The last answer.
  changed_at timestamptz not null,
  -- Null: it is still being answered. At most one is, of each person and framework.
  finished_at timestamptz,
  -- Whether the statements come in mixed order, else competency by competency.
  mixed boolean not null default false,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, framework_id) references framework (organization_id, id) on delete cascade
);
create unique index workbook_open_key on workbook (organization_id, person_id, framework_id) where finished_at is null;
create index workbook_of_person on workbook (organization_id, person_id, started_at desc);

-- An answer to a statement. A statement without a row has no answer, which is not "no".
create table workbook_answer (
  organization_id uuid not null,
  workbook_id uuid not null,
  -- The statement's id, which is made from its words: it stays when a new version of the framework keeps them. No foreign
  -- key, since a version may leave a statement out and the answer was given all the same.
  statement_id uuid not null,
  -- As it stood when it was answered.
  text text not null,
  competency_key text not null,
  -- Further competencies that the framework gives the statement to.
  also text[] not null,
  level_key text not null,
  answer text not null check (answer in ('now', 'develop', 'seldom', 'later', 'not')),
  answered_at timestamptz not null,
  primary key (organization_id, workbook_id, statement_id),
  foreign key (organization_id, workbook_id) references workbook (organization_id, id) on delete cascade
);

-- Something that the person does, in their own words, placed by Translate and confirmed or moved by them.
create table workbook_activity (
  organization_id uuid not null,
  id uuid not null,
  workbook_id uuid not null,
  text text not null,
  competency_key text not null,
  level_key text not null,
  answer text not null check (answer in ('now', 'develop', 'seldom', 'later')),
  placed_by text not null check (placed_by in ('translate', 'person')),
  made_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, workbook_id) references workbook (organization_id, id) on delete cascade
);
create index workbook_activity_of_workbook on workbook_activity (organization_id, workbook_id);

-- What the answers say of each competency: the places of the levels from 1 (docs/methods/profile.md has the rule, and which
-- round counts). 0: every level was answered, and none is reached. Null: not known. No row: nothing was answered.
create table profile_level (
  organization_id uuid not null,
  person_id uuid not null,
  framework_id uuid not null,
  competency_key text not null,
  workbook_id uuid not null,
  uses smallint,
  can smallint,
  stretch smallint,
  -- Whether enough was answered there to rely on it.
  firm boolean not null,
  as_of timestamptz not null,
  primary key (organization_id, person_id, framework_id, competency_key),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, framework_id) references framework (organization_id, id) on delete cascade,
  foreign key (organization_id, workbook_id) references workbook (organization_id, id) on delete cascade
);
create index profile_level_of_workbook on profile_level (organization_id, workbook_id);

-- What a person lets others see: row by row, with named people or by a link, for a time. Without it nobody sees anything.
create table profile_share (
  organization_id uuid not null references organization (id),
  id uuid not null,
  person_id uuid not null,
  -- Why, in the owner's words; those with whom it is shared see it.
  note text,
  -- SHA-256 of the link's secret; null: it is shared with named people only.
  link_hash text,
  made_at timestamptz not null,
  -- Always set for a link; null: until it is taken back.
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, link_hash),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index profile_share_of_person on profile_share (organization_id, person_id, made_at desc);

create table profile_share_with (
  organization_id uuid not null,
  share_id uuid not null,
  person_id uuid not null,
  primary key (organization_id, share_id, person_id),
  foreign key (organization_id, share_id) references profile_share (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index profile_share_with_person on profile_share_with (organization_id, person_id);

-- The rows that a share shows.
create table profile_share_row (
  organization_id uuid not null,
  share_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('level', 'story', 'evidence', 'activity')),
  -- For a level: the framework, and the competency's key. It shows the level as it then is.
  framework_id uuid,
  competency_key text,
  -- For all others: the row's id.
  thing_id uuid,
  primary key (organization_id, id),
  foreign key (organization_id, share_id) references profile_share (organization_id, id) on delete cascade,
  check ((kind = 'level') = (framework_id is not null and competency_key is not null)),
  check ((kind = 'level') = (thing_id is null))
);
create index profile_share_row_of_share on profile_share_row (organization_id, share_id);

-- Who looked at what was shared, and when; the person sees it.
create table profile_share_look (
  organization_id uuid not null,
  id uuid not null,
  share_id uuid not null,
  -- Null: by the link.
  person_id uuid,
  at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, share_id) references profile_share (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index profile_share_look_of_share on profile_share_look (organization_id, share_id, at desc);

alter table workbook enable row level security;
alter table workbook force row level security;
create policy own on workbook
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table workbook_answer enable row level security;
alter table workbook_answer force row level security;
create policy own on workbook_answer
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table workbook_activity enable row level security;
alter table workbook_activity force row level security;
create policy own on workbook_activity
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table profile_level enable row level security;
alter table profile_level force row level security;
create policy own on profile_level
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table profile_share enable row level security;
alter table profile_share force row level security;
create policy own on profile_share
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table profile_share_with enable row level security;
alter table profile_share_with force row level security;
create policy own on profile_share_with
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table profile_share_row enable row level security;
alter table profile_share_row force row level security;
create policy own on profile_share_row
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table profile_share_look enable row level security;
alter table profile_share_look force row level security;
create policy own on profile_share_look
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
