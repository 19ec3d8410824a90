-- Texts about roles: descriptions, adverts and level cards, one version after another, and the organisation's own templates.
-- Safe: creates only.

create table role_text (
  organization_id uuid not null,
  id uuid not null,
  role_id uuid not null,
  kind text not null check (kind in ('description', 'advert', 'card')),
  -- 1, 2, … of the role and kind.
  number integer not null check (number > 0),
  -- Which version of the profile it is made from.
  profile_id uuid not null,
  -- Title and sections with their lines, each with where it comes from; src/role/text.ts has the form.
  content jsonb not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  -- Null: Sightline, or somebody who was erased.
  changed_by uuid,
  -- Counts the changes of a draft.
  version integer not null default 1,
  -- Null: it is a draft; at most one is, of each role and kind.
  published_at timestamptz,
  published_by uuid,
  -- Set with published_at: the day on which to look at it again.
  review_on date,
  -- When somebody looked at it and kept it.
  reviewed_at timestamptz,
  reviewed_by uuid,
  -- For which day of review a mail has gone out, so that none goes out twice.
  reminded_for date,
  withdrawn_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, role_id, kind, number),
  foreign key (organization_id, role_id) references role (organization_id, id) on delete cascade,
  foreign key (organization_id, profile_id) references role_profile (organization_id, id),
  foreign key (organization_id, changed_by) references person (organization_id, id),
  foreign key (organization_id, published_by) references person (organization_id, id),
  foreign key (organization_id, reviewed_by) references person (organization_id, id),
  check ((published_at is null) = (review_on is null))
);
create unique index role_text_draft_key on role_text (organization_id, role_id, kind) where published_at is null;
create index role_text_of_review on role_text (organization_id, review_on) where published_at is not null;

-- What sections a new text has, where the organisation wants others than ours.
create table role_template (
  organization_id uuid not null references organization (id),
  kind text not null check (kind in ('description', 'advert', 'card')),
  content jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid,
  version integer not null default 1,
  primary key (organization_id, kind),
  foreign key (organization_id, changed_by) references person (organization_id, id)
);

alter table role_text enable row level security;
alter table role_text force row level security;
create policy own on role_text
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table role_template enable row level security;
alter table role_template force row level security;
create policy own on role_template
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
