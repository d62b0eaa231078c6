package io.osusume.evaluation;

/// Looks at the scored items of each user and adds one kind of figures to the findings.
interface Judge {
    /// Looks at one user. Called once a user from any thread; it writes only at that user's place.
    void judge(ScoredUser scored);

    /// Adds the figures once all users have been looked at.
    void addTo(Findings findings);
}
