using Luoshi.Cli.Inputs;
using Luoshi.Kernel.Outcomes;
using Luoshi.Reading;

namespace Luoshi.Cli.Runs;

/// <summary>Opens and reads one document; whatever goes wrong with it is told and the others go on.</summary>
internal static class SafeReader
{
    public static Outcome<ReadingResult> Read(InputFile file)
    {
        try
        {
            var outcome = LuoshiReader.Read(file.ReadBytes(), file.Name);
            return outcome.IsOk ? outcome : outcome.Refusal with { Where = file.Path };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Refusal(
                "file.unreadable", $"文件打不开（{error.Message}），请检查路径和权限。", $"cannot be opened ({error.Message}); check the path and its permissions.", file.Path);
        }
#pragma warning disable CA1031 // A fault of ours in one document must not cost the user the other thousands.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return new Refusal(
                "reading.fault",
                $"读这个文件时程序出错（{error.GetType().Name}: {error.Message}），请把文件和这句话发给维护者。",
                $"the program failed on this document ({error.GetType().Name}: {error.Message}); please send it and this line to the maintainers.",
                file.Path);
        }
    }
}
