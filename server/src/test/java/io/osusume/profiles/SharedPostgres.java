package io.osusume.profiles;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands tests the one [PostgresCluster] they share: started for the first that asks, ended after the last test.
final class SharedPostgres implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == PostgresCluster.class;
    }

    @Override
    public PostgresCluster resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedPostgres.class))
                .computeIfAbsent("cluster", _ -> PostgresCluster.start(), PostgresCluster.class);
    }
}
