package nas.data.fetch;

import com.google.common.collect.ImmutableList;
import java.net.URI;
import java.util.List;

/**
 * A data set that others publish: IDX files and the addresses at which all of them lie.
 *
 * @param name what a search space calls it
 * @param addresses folders on the web, each ending in a slash, in the order in which they are tried
 * @param files what makes up the set
 */
public record PublishedSet(String name, List<URI> addresses, List<PublishedFile> files) {
    /** Zalando's pictures of clothing (Xiao, Rasul & Vollgraf 2017, arXiv 1708.07747). */
    public static final PublishedSet FASHION_MNIST = new PublishedSet(
            "fashion-mnist",
            List.of(
                    URI.create("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
                    URI.create("https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/")),
            List.of(
                    new PublishedFile(
                            "train-images-idx3-ubyte.gz",
                            26_421_880,
                            "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
                    new PublishedFile(
                            "train-labels-idx1-ubyte.gz",
                            29_515,
                            "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
                    new PublishedFile(
                            "t10k-images-idx3-ubyte.gz",
                            4_422_102,
                            "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
                    new PublishedFile(
                            "t10k-labels-idx1-ubyte.gz",
                            5_148,
                            "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5")));

    /** Handwritten digits (LeCun, Bottou, Bengio & Haffner 1998, doi:10.1109/5.726791). */
    public static final PublishedSet MNIST = new PublishedSet(
            "mnist",
            List.of(
                    URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
                    URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/")),
            List.of(
                    new PublishedFile(
                            "train-images-idx3-ubyte.gz",
                            9_912_422,
                            "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
                    new PublishedFile(
                            "train-labels-idx1-ubyte.gz",
                            28_881,
                            "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
                    new PublishedFile(
                            "t10k-images-idx3-ubyte.gz",
                            1_648_877,
                            "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
                    new PublishedFile(
                            "t10k-labels-idx1-ubyte.gz",
                            4_542,
                            "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6")));

    /** All sets, by name. */
    public static final ImmutableList<PublishedSet> ALL = ImmutableList.of(FASHION_MNIST, MNIST);

    /** @throws IllegalArgumentException if there is no address or no file, or an address does not end in a slash */
    public PublishedSet {
        addresses = ImmutableList.copyOf(addresses);
        files = ImmutableList.copyOf(files);
        if (addresses.isEmpty() || files.isEmpty()) {
            throw new IllegalArgumentException(name + " must have an address and a file");
        }
        for (URI address : addresses) {
            if (!address.toString().endsWith("/")) {
                throw new IllegalArgumentException("address must end in a slash, but was " + address);
            }
        }
    }

    /** Returns the length of all files together. */
    public long bytes() {
        return files.stream().mapToLong(PublishedFile::bytes).sum();
    }
}
