-- What the sweep of unused profiles looks through.
CREATE INDEX profile_by_used_day ON profile (used_day);
