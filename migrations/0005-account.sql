-- Accounts and how they sign in; who belongs to an organisation and with which roles; invitations, tokens, mails.
-- Safe: creates only.

-- 1. What better-auth 1.7.25 keeps, as its own `compileMigrations` writes it. It has a schema of its own, because an account may
-- belong to several organisations and knows none of them. src/identity/auth.test.ts fails when better-auth wants more.

create schema identity;

create table identity."user" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null,
  "twoFactorEnabled" boolean
);

create table identity."session" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references identity."user" ("id") on delete cascade
);

create table identity."account" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references identity."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null
);

create table identity."verification" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);

create table identity."twoFactor" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" uuid not null references identity."user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);

create index "session_userId_idx" on identity."session" ("userId");
create index "account_userId_idx" on identity."account" ("userId");
create index "verification_identifier_idx" on identity."verification" ("identifier");
create index "twoFactor_secret_idx" on identity."twoFactor" ("secret");
create index "twoFactor_userId_idx" on identity."twoFactor" ("userId");

-- The same person of the company's sign-in is one account here.
create unique index account_of_provider on identity."account" ("providerId", "accountId");

-- 2. Our own, beside them.

-- Attempts at passwords, codes, links and tokens, by a fingerprint of the account or address they are about.
create table identity.attempt (
  key text not null primary key,
  count integer not null,
  -- The count starts anew from here on.
  ends_at timestamptz not null
);

create index attempt_ends_at on identity.attempt (ends_at);

-- The key of the cookies, where there is no folder of ours to keep it in.
create table identity.secret (
  name text not null primary key,
  value text not null,
  made_at timestamptz not null default now()
);

-- 3. Who belongs where. Every table from here on is an organisation's own.

-- An account is a person of the organisation, with the roles that an owner gave it; being a member needs no role.
create table membership (
  organization_id uuid not null references organization (id),
  id uuid not null,
  -- identity."user"; no foreign key, since accounts belong to no organisation.
  account_id uuid not null,
  person_id uuid not null,
  roles text[] not null default '{}' check (roles <@ array['owner', 'steward', 'hr', 'recruiter', 'planner']),
  made_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, account_id),
  unique (organization_id, person_id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index membership_of_account on membership (account_id);

create table invitation (
  organization_id uuid not null references organization (id),
  id uuid not null,
  person_id uuid not null,
  email text not null,
  roles text[] not null default '{}' check (roles <@ array['owner', 'steward', 'hr', 'recruiter', 'planner']),
  -- Fingerprint of the link; the link itself is kept nowhere.
  seal text not null,
  -- The person who invites; null: somebody at the terminal.
  made_by uuid,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, seal),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index invitation_of_email on invitation (lower(email));
create index invitation_of_person on invitation (organization_id, person_id);

create table api_token (
  organization_id uuid not null,
  id uuid not null,
  membership_id uuid not null,
  name text not null,
  scope text not null check (scope in ('read', 'write')),
  -- Fingerprint of the token; the token itself is shown once and kept nowhere.
  seal text not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, seal),
  foreign key (organization_id, membership_id) references membership (organization_id, id) on delete cascade
);
create index api_token_of_membership on api_token (organization_id, membership_id);

-- Every mail that is to leave or has left.
create table mail (
  organization_id uuid not null references organization (id),
  id uuid not null,
  -- Whom it is about; null: nobody in particular.
  person_id uuid,
  recipient text not null,
  subject text not null,
  -- Emptied once it is sent: it may hold a link that opens an account.
  body text,
  -- kept: there is no mail server, so that the owner reads it here.
  state text not null check (state in ('queued', 'sent', 'kept', 'failed')),
  tries integer not null default 0,
  -- Why the last try failed.
  reason text,
  made_at timestamptz not null,
  tried_at timestamptz,
  primary key (organization_id, id)
);
create index mail_in_order on mail (organization_id, made_at desc, id);
create index mail_of_person on mail (organization_id, person_id);

-- The setting is read in a select of its own, which runs once and not once a row.
alter table membership enable row level security;
alter table membership force row level security;
create policy own on membership
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table invitation enable row level security;
alter table invitation force row level security;
create policy own on invitation
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table api_token enable row level security;
alter table api_token force row level security;
create policy own on api_token
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
alter table mail enable row level security;
alter table mail force row level security;
create policy own on mail
  using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));

-- Where an account belongs, and who is invited by an address, is asked before anyone knows the organisation.
create policy across on membership for select using ((select current_setting('app.across', true)) = 'yes');
create policy across on invitation for select using ((select current_setting('app.across', true)) = 'yes');
