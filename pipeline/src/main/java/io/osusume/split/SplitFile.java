package io.osusume.split;

import io.osusume.artifact.ArtifactException;
import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.evaluation.HeldOutUser;
import io.osusume.evaluation.Split;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// Reads a given split: `user_id,anime_id,rating,part`, one interaction a line in any order, as
/// `.csv`, `.csv.gz` or `.zip` (its first file).
///
/// The items are all titles of the file, also those no training user has; training is the rows of
/// part `train` alone. A rating of 0 means watched but not scored.
public final class SplitFile {
    private static final String HEADER = "user_id,anime_id,rating,part";

    private SplitFile() {}

    /// Reads a whole split.
    ///
    /// @throws ArtifactException if the file is missing or breaks a rule: a wrong header or
    ///     number of columns, a user id that is not a whole number from 0 on or an item id from 1 on,
    ///     a rating outside [0, 10], an unknown part, a pair that stands twice, a user in several
    ///     parts, or a held-out user without one of the two sides
    public static Split read(Path file) throws IOException {
        try (InputStream in = open(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Assembly(file, rows(file, lines)).split();
        } catch (NoSuchFileException missing) {
            throw new ArtifactException("there is no split file " + file + "; check --split", missing);
        } catch (EOFException cut) {
            throw new ArtifactException(file + " is cut off: its compressed data ends early; fetch it again", cut);
        } catch (ZipException broken) {
            throw new ArtifactException(
                    file + " cannot be unpacked: " + broken.getMessage() + "; fetch it again", broken);
        }
    }

    private static InputStream open(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".gz")) {
            return new GZIPInputStream(Files.newInputStream(file), 1 << 16);
        }
        if (name.endsWith(".zip")) {
            ZipInputStream zip = new ZipInputStream(Files.newInputStream(file));
            if (zip.getNextEntry() == null) {
                zip.close();
                throw new ArtifactException(file + " has no file in it, expected one with the columns " + HEADER);
            }
            return zip;
        }
        return Files.newInputStream(file);
    }

    private static SplitRows rows(Path file, BufferedReader lines) throws IOException {
        String header = lines.readLine();
        if (header == null || !header.strip().equals(HEADER)) {
            throw new ArtifactException(
                    file + " line 1: the header must be " + HEADER + ", was " + (header == null ? "missing" : header));
        }
        SplitRows rows = new SplitRows();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isEmpty()) {
                add(file, number, line, rows);
            }
        }
        return rows;
    }

    private static void add(Path file, int number, String line, SplitRows rows) {
        String[] cells = line.split(",", -1);
        if (cells.length != 4) {
            throw new ArtifactException(file + " line " + number + ": there must be 4 columns (" + HEADER + "), found "
                    + cells.length + ": " + line);
        }
        rows.add(
                number(file, number, "user_id", cells[0], 0, Long.MAX_VALUE),
                number(file, number, "anime_id", cells[1], 1, Long.MAX_VALUE),
                (int) number(file, number, "rating", cells[2], 0, 10),
                RowPart.of(cells[3])
                        .orElseThrow(() -> new ArtifactException(file + " line " + number + ": part must be one of "
                                + RowPart.words() + ", was '" + cells[3] + "'")),
                number);
    }

    private static long number(Path file, int line, String column, String cell, long min, long max) {
        long value;
        try {
            value = Long.parseLong(cell);
        } catch (NumberFormatException notANumber) {
            value = min - 1;
        }
        if (value < min || value > max) {
            String rule = max < Long.MAX_VALUE ? "in [" + min + ", " + max + "]" : "a whole number of at least " + min;
            throw new ArtifactException(
                    file + " line " + line + ": " + column + " must be " + rule + ", was '" + cell + "'");
        }
        return value;
    }

    /// Groups rows by user and checks what only whole users show.
    private static final class Assembly {
        private final Path file;
        private final SplitRows rows;
        private final IdIndex items;
        private final List<HeldOutUser> validation = new ArrayList<>();
        private final List<HeldOutUser> test = new ArrayList<>();
        private final int[] trainItems;
        private final float[] trainRatings;
        private int trainSize;

        private Assembly(Path file, SplitRows rows) {
            this.file = file;
            this.rows = rows;
            items = IdIndex.of(rows.itemIds());
            trainItems = new int[rows.size()];
            trainRatings = new float[rows.size()];
        }

        private Split split() {
            IdIndex users = IdIndex.of(rows.userIds());
            int[] offsets = new int[users.size() + 1];
            long[] trainUsers = new long[users.size()];
            int trained = 0;
            int[][] byUser = rows.byUser(users);
            for (int user = 0; user < users.size(); user++) {
                int[] own = sortedByItem(byUser[user]);
                check(users.id(user), own);
                if (rows.part(own[0]) == RowPart.TRAIN) {
                    for (int row : own) {
                        trainItems[trainSize] = itemIndex(row);
                        trainRatings[trainSize++] = RatingScale.SCORED_ONLY.scaled(rows.rating(row));
                    }
                    trainUsers[trained++] = users.id(user);
                    offsets[trained] = trainSize;
                } else {
                    (rows.part(own[0]).isTest() ? test : validation).add(heldOutUser(users.id(user), own));
                }
            }
            Interactions training = Interactions.owning(
                    items.size(),
                    Arrays.copyOf(offsets, trained + 1),
                    Arrays.copyOf(trainItems, trainSize),
                    Arrays.copyOf(trainRatings, trainSize),
                    RatingScale.SCORED_ONLY);
            return new Split(items, IdIndex.of(Arrays.copyOf(trainUsers, trained)), training, validation, test);
        }

        private int[] sortedByItem(int[] own) {
            long[] keys = Arrays.stream(own)
                    .mapToLong(row -> (long) itemIndex(row) << 32 | row)
                    .sorted()
                    .toArray();
            return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
        }

        private void check(long userId, int[] own) {
            for (int k = 1; k < own.length; k++) {
                if (rows.itemId(own[k]) == rows.itemId(own[k - 1])) {
                    throw new ArtifactException(file + " line " + rows.line(own[k]) + ": user " + userId
                            + " already has anime_id " + rows.itemId(own[k]) + " in line " + rows.line(own[k - 1])
                            + ", a pair must stand once");
                }
                if (!rows.part(own[k]).sameUserAs(rows.part(own[0]))) {
                    throw new ArtifactException(file + " line " + rows.line(own[k]) + ": part of user " + userId
                            + " is '" + rows.part(own[k]).word() + "' but '"
                            + rows.part(own[0]).word() + "' in line "
                            + rows.line(own[0]) + ", all rows of a user must be of train, of validation or of test");
                }
            }
        }

        private HeldOutUser heldOutUser(long userId, int[] own) {
            int[] foldIn = Arrays.stream(own)
                    .filter(row -> !rows.part(row).isHeldOut())
                    .toArray();
            int[] heldOut =
                    Arrays.stream(own).filter(row -> rows.part(row).isHeldOut()).toArray();
            if (foldIn.length == 0 || heldOut.length == 0) {
                throw new ArtifactException(file + " line " + rows.line(own[0]) + ": user " + userId + " has "
                        + foldIn.length + " rows to fold in and " + heldOut.length
                        + " held out, both must be at least 1");
            }
            return new HeldOutUser(userId, profile(foldIn), profile(heldOut));
        }

        private Profile profile(int[] some) {
            float[] ratings = new float[some.length];
            for (int k = 0; k < some.length; k++) {
                ratings[k] = RatingScale.SCORED_ONLY.scaled(rows.rating(some[k]));
            }
            return Profile.of(Arrays.stream(some).map(this::itemIndex).toArray(), ratings);
        }

        private int itemIndex(int row) {
            return items.index(rows.itemId(row)).orElseThrow();
        }
    }
}
