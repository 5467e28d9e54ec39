package org.weighhouse.ledger.internal.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import org.weighhouse.database.OwnedDatabase;
import org.weighhouse.database.standalone.Databases;

/**
 * An empty database for one side, with a folder for what the side keeps beside it.
 *
 * @param url its JDBC address
 * @param folder for the side's own files; exists
 * @param size bytes of tables and indexes so far
 */
public record Place(String url, Path folder, Size size) {

    /** Measures how much is stored. */
    public interface Size {
        long inBytes() throws SQLException, IOException;
    }

    /** A new Derby database in a folder. */
    static Place inDerby(Path parent, String name) throws IOException {
        Path folder = Files.createDirectories(parent.resolve(name));
        Path database = folder.resolve("derby");
        return new Place("jdbc:derby:" + database + ";create=true", folder, () -> bytesIn(database.resolve("seg0")));
    }

    OwnedDatabase open() {
        return Databases.open(url, folder);
    }

    /** Where our ledger keeps its files; deleting it loses nothing. */
    Path ledgerFolder() {
        return folder.resolve("ledger");
    }

    /** Bytes of the files in a folder and below, 0 if there is none; a file that goes away meanwhile counts nothing. */
    static long bytesIn(Path folder) throws IOException {
        long[] sum = {0};
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
        return sum[0];
    }
}
