package io.osusume.web;

import io.osusume.imports.ListSource;
import io.osusume.lists.FanList;
import io.osusume.lists.ListLimits;
import io.osusume.lists.MalExport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A service at which everybody has the list of [TestServer#LIST].
record StubSource(String name, boolean isConfigured) implements ListSource {
    @Override
    public FanList fetch(String userName) {
        try {
            return MalExport.read(
                    new ByteArrayInputStream(TestServer.LIST.getBytes(StandardCharsets.UTF_8)), ListLimits.DEFAULT);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {}
}
