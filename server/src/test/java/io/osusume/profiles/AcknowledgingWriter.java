package io.osusume.profiles;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

/// A program that changes a profile for ever and says each change once it is acknowledged: made to be killed.
/// Arguments: url, user; the password comes from standard input.
final class AcknowledgingWriter {
    private AcknowledgingWriter() {}

    public static void main(String[] args) throws java.io.IOException {
        Password password = new Password(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        DatabaseSettings settings = new DatabaseSettings(args[0], args[1], password, 4, Duration.ofSeconds(30));
        Database database = Database.open(settings);
        ProfileStore store = new ProfileStore(database, ProfileLimits.DEFAULT, InstantSource.system());
        ProfileToken token = store.create();
        System.out.println("token " + token.text());
        for (long item = 1; ; item++) {
            Acknowledged done = store.apply(token, new Change.SetEntry(item, EntryStatus.WATCHED, (int) (item % 11)));
            System.out.println("acknowledged " + item + " " + done.version());
        }
    }
}
