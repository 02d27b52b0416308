using System.Globalization;
using System.Text;
using Luoshi.Reading;

namespace Luoshi.Cli.Output;

/// <summary>What the tables need to know of where they are shown.</summary>
internal static class Terminal
{
    private const int NarrowestUseful = 60;

    /// <summary>Columns of the terminal; 0 where the output is kept, so that nothing is cut.</summary>
    public static int Width => Console.IsOutputRedirected ? 0 : Math.Max(NarrowestUseful, Console.WindowWidth);

    public static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 8 * 1024, leaveOpen: true) { NewLine = "\n" };

    public static void Heading(StreamWriter writer, ReadingResult reading, bool named)
    {
        if (!named)
            return;
        writer.WriteLine();
        writer.WriteLine($"== {reading.Document.Name}");
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
