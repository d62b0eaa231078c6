package io.osusume.web;

import io.osusume.profiles.Scope;

/// Who may ask an operation of the API.
enum ApiAccess {
    /// Everybody. A program with a key has a limit of its own; its key must have the scope.
    EVERYBODY(Scope.RECOMMEND),
    /// Programs with a key, to make profiles.
    NEW_PROFILE(Scope.PROFILE),
    /// Programs with a key, about the one profile whose token they bring.
    ONE_PROFILE(Scope.PROFILE),
    /// Programs with a key of those who run the server.
    ADMINISTRATION(Scope.ADMIN);

    private final Scope scope;

    ApiAccess(Scope scope) {
        this.scope = scope;
    }

    /// What a key must allow.
    Scope scope() {
        return scope;
    }

    /// Whether it can be asked without any key.
    boolean withoutKey() {
        return this == EVERYBODY;
    }
}
