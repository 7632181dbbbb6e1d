// Sets documents with FOP in two threads of one process, each of which has set one before where there is a warm-up. Says what batch.py says.
// usage: batch_fop.groovy FOP.XCONF FOLDER WARM-UP FILE…; - for the WARM-UP: none
import java.util.concurrent.*
import javax.xml.transform.TransformerFactory
import javax.xml.transform.sax.SAXResult
import javax.xml.transform.stream.StreamSource
import org.apache.fop.apps.FopFactory

java.util.logging.LogManager.logManager.reset()
// One factory a thread: shared, it fails now and then.
factories = ThreadLocal.withInitial { FopFactory.newInstance(new File(args[0])) }
folder = new File(args[1])
sources = args[3..-1].collect { new File(it) }
folder.mkdirs()

def setOne(File source, File made) {
    def out = new BufferedOutputStream(new FileOutputStream(made))
    def factory = factories.get()
    def fop = factory.newFop('application/pdf', factory.newFOUserAgent(), out)
    def transformer = TransformerFactory.newInstance().newTransformer()
    transformer.transform(new StreamSource(source), new SAXResult(fop.defaultHandler))
    out.close()
}

def timed(File source, File made) {
    def start = System.nanoTime()
    setOne(source, made)
    (System.nanoTime() - start) / 1e9
}

threads = Executors.newFixedThreadPool(2)
if (args[2] != '-')
    (1..2).collect { n -> threads.submit({ setOne(new File(args[2]), new File(folder, "warm-${n}.pdf")) } as Callable) }*.get()
start = System.nanoTime()
each = sources.collect { s -> threads.submit({ timed(s, new File(folder, s.name.replace('.fo', '.pdf'))) } as Callable) }*.get()
total = (System.nanoTime() - start) / 1e9
threads.shutdown()
println "{\"total\": ${total}, \"each\": [${each.join(', ')}]}"
