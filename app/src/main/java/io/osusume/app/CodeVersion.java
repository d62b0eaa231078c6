package io.osusume.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// Which code this is: the project's version and the commit it was built from.
final class CodeVersion implements IVersionProvider {
    /// `0.1.0-SNAPSHOT+1a2b3c4`, with `-dirty` after uncommitted changes, `unknown` where there was no repository.
    static String describe() {
        Properties properties = new Properties();
        try (InputStream in = CodeVersion.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException unreadable) {
            // then the version is unknown, which is said below
        }
        return properties.getProperty("git.build.version", "unknown") + "+"
                + properties.getProperty("git.commit.id.describe", "unknown");
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "osusume " + describe(),
            "Java " + Runtime.version() + " (" + System.getProperty("java.vm.vendor") + "), "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
