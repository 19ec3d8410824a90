-- Roles: what a job needs. Who holds it, the analyses of it, and its profiles, one version after another.
-- Safe: creates only.

create table role (
  organization_id uuid not null references organization (id),
  id uuid not null,
  title text not null,
  -- What the job is there for, in a sentence or two.
  purpose text,
  team_id uuid,
  made_at timestamptz not null,
  -- Set: nobody is hired into it or measured by it any more.
  closed_at timestamptz,
  -- Counts the changes.
  version integer not null default 1,
  -- A manager may change a role that they made as long as nobody holds it; null: it was made by nobody among the people.
  made_by uuid,
  primary key (organization_id, id),
  foreign key (organization_id, team_id) references team (organization_id, id),
  foreign key (organization_id, made_by) references person (organization_id, id)
);
create unique index role_title_key on role (organization_id, lower(title), coalesce(team_id, '00000000-0000-0000-0000-000000000000'))
  where closed_at is null;

-- The posts in which people hold the role.
create table role_post (
  organization_id uuid not null,
  post_id uuid not null,
  role_id uuid not null,
  primary key (organization_id, post_id),
  foreign key (organization_id, post_id) references post (organization_id, id) on delete cascade,
  foreign key (organization_id, role_id) references role (organization_id, id) on delete cascade
);
create index role_post_of_role on role_post (organization_id, role_id);

-- Incumbents are asked what the job needs, statement by statement: about the job, not about themselves.
create table role_analysis (
  organization_id uuid not null,
  id uuid not null,
  role_id uuid not null,
  framework_id uuid not null,
  opened_at timestamptz not null,
  -- Set: no more answers are taken, and everybody who answered sees what came of it.
  closed_at timestamptz,
  opened_by uuid,
  -- How many answered whose answers were erased with all else about them.
  erased smallint not null default 0 check (erased >= 0),
  primary key (organization_id, id),
  foreign key (organization_id, role_id) references role (organization_id, id) on delete cascade,
  foreign key (organization_id, framework_id) references framework (organization_id, id),
  foreign key (organization_id, opened_by) references person (organization_id, id)
);
create index role_analysis_of_role on role_analysis (organization_id, role_id, opened_at desc);

create table role_incumbent (
  organization_id uuid not null,
  analysis_id uuid not null,
  person_id uuid not null,
  -- Whole months in the job when they were asked; null: not known.
  months smallint check (months >= 0),
  asked_at timestamptz not null,
  submitted_at timestamptz,
  primary key (organization_id, analysis_id, person_id),
  foreign key (organization_id, analysis_id) references role_analysis (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index role_incumbent_of_person on role_incumbent (organization_id, person_id);

-- What one incumbent says of one statement. No row: they have not said.
create table role_answer (
  organization_id uuid not null,
  analysis_id uuid not null,
  person_id uuid not null,
  statement_id uuid not null,
  text text not null,
  competency_key text not null,
  also text[] not null,
  level_key text not null,
  -- 'entry': needed from the first day; 'learned': needed, and learned in the job; 'not': the job does not use it.
  answer text not null check (answer in ('entry', 'learned', 'not')),
  answered_at timestamptz not null,
  primary key (organization_id, analysis_id, person_id, statement_id),
  foreign key (organization_id, analysis_id, person_id)
    references role_incumbent (organization_id, analysis_id, person_id) on delete cascade
);

-- How many months it takes somebody new to reach the full level of a competency, as one incumbent sees it.
create table role_months (
  organization_id uuid not null,
  analysis_id uuid not null,
  person_id uuid not null,
  competency_key text not null,
  months smallint not null check (months between 0 and 120),
  primary key (organization_id, analysis_id, person_id, competency_key),
  foreign key (organization_id, analysis_id, person_id)
    references role_incumbent (organization_id, analysis_id, person_id) on delete cascade
);

-- What those who talked about a statement settled on together. It stands beside what each of them had said, never over it.
create table role_settlement (
  organization_id uuid not null,
  analysis_id uuid not null,
  statement_id uuid not null,
  answer text not null check (answer in ('entry', 'learned', 'not')),
  reason text not null,
  settled_by uuid,
  settled_at timestamptz not null,
  primary key (organization_id, analysis_id, statement_id),
  foreign key (organization_id, analysis_id) references role_analysis (organization_id, id) on delete cascade,
  foreign key (organization_id, settled_by) references person (organization_id, id)
);

-- What the job needs, as it was agreed; agreed versions never change.
create table role_profile (
  organization_id uuid not null,
  id uuid not null,
  role_id uuid not null,
  -- 1, 2, …
  number integer not null check (number > 0),
  -- Why this version.
  note text,
  made_at timestamptz not null,
  -- Null: it is a draft; at most one is.
  agreed_at timestamptz,
  agreed_by uuid,
  -- Counts the changes of a draft.
  version integer not null default 1,
  primary key (organization_id, id),
  unique (organization_id, role_id, number),
  foreign key (organization_id, role_id) references role (organization_id, id) on delete cascade,
  foreign key (organization_id, agreed_by) references person (organization_id, id)
);
create unique index role_profile_draft_key on role_profile (organization_id, role_id) where agreed_at is null;

create table role_requirement (
  organization_id uuid not null,
  id uuid not null,
  profile_id uuid not null,
  position integer not null,
  framework_id uuid not null,
  competency_key text not null,
  -- The level that the job uses at most: more does not count, since the job gives no room for it.
  level_key text not null,
  -- The level somebody must bring on the first day; null: none, it is all learned in the job.
  entry_level_key text,
  -- Months from the first day to the full level; null: not said.
  months smallint check (months between 0 and 120),
  -- 1 useful, 2 important, 3 essential.
  importance smallint not null check (importance between 1 and 3),
  -- No strength elsewhere makes up for it.
  must boolean not null,
  -- Where it comes from; null: somebody set it by hand.
  analysis_id uuid,
  -- Why it is needed at this level, in the organisation's words.
  why text,
  -- The framework's words when it was set: its title, the names of the competency and the levels, and what people do at the
  -- full level. A later version of the framework may leave them out; what was agreed can still be read.
  words jsonb not null,
  primary key (organization_id, id),
  unique (organization_id, profile_id, framework_id, competency_key),
  foreign key (organization_id, profile_id) references role_profile (organization_id, id) on delete cascade,
  foreign key (organization_id, framework_id) references framework (organization_id, id),
  foreign key (organization_id, analysis_id) references role_analysis (organization_id, id) on delete set null (analysis_id)
);
create index role_requirement_of_profile on role_requirement (organization_id, profile_id, position);

alter table role enable row level security;
alter table role force row level security;
create policy own on role
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table role_post enable row level security;
alter table role_post force row level security;
create policy own on role_post
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table role_analysis enable row level security;
alter table role_analysis force row level security;
create policy own on role_analysis
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table role_incumbent enable row level security;
alter table role_incumbent force row level security;
create policy own on role_incumbent
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table role_answer enable row level security;
alter table role_answer force row level security;
create policy own on role_answer
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table role_months enable row level security;
alter table role_months force row level security;
create policy own on role_months
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table role_settlement enable row level security;
alter table role_settlement force row level security;
create policy own on role_settlement
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table role_profile enable row level security;
alter table role_profile force row level security;
create policy own on role_profile
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table role_requirement enable row level security;
alter table role_requirement force row level security;
create policy own on role_requirement
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
