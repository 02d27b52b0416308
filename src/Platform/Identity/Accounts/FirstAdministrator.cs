using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Access;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Identity.Accounts;

/// <summary>
/// <c>luoshi user create</c>: an administrator for an installation in which nobody can sign in yet, or whose last administrator is gone.
/// Whoever can run it can read the database anyway; the journal names the command line as the actor.
/// </summary>
public sealed class FirstAdministrator(LuoshiDb db, UnitRegister units, PostRegister posts, RoleBindings roles, AccountRegister accounts, TimeProvider clock)
{
    private const string PostTitle = "系统管理员";

    public async Task<Outcome<NewAccount>> CreateAsync(string userName, string personName, string unitName, string? password = null, CancellationToken cancellation = default)
    {
        var (actor, today) = (Actor.System("命令行"), LocalTime.Today(clock));
        // Checked first: a refused name must not leave a post behind.
        var name = AccountRegister.Normalise(userName);
        if (await db.Set<Account>().AnyAsync(a => a.UserName == name, cancellation))
            return IdentityTexts.NameTaken;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var root = await db.Set<OrgUnit>().Where(u => u.ParentId == null && u.Until == null).OrderBy(u => u.Order).ThenBy(u => u.Id).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(cancellation);
        if (root is null)
        {
            if (!(await units.AddAsync(new NewUnit { Name = unitName, From = today }, actor, cancellation: cancellation)).TryGet(out var added, out var noUnit))
                return noUnit;
            root = added;
        }

        if (!(await posts.AddAsync(root.Value, PostTitle, today, actor, cancellation)).TryGet(out var post, out var refusal)
            || !(await posts.AddPersonAsync(personName, phone: null, email: null, actor, cancellation)).TryGet(out var person, out refusal)
            || !(await posts.AppointAsync(post, person, today, until: null, actor, cancellation: cancellation)).TryGet(out _, out refusal)
            || !(await roles.BindAsync(post, Role.Administrator, root.Value, today, actor, cancellation)).TryGet(out _, out refusal)
            || !(await accounts.CreateAsync(name, person, actor, password, cancellation)).TryGet(out var account, out refusal))
            return refusal;
        await transaction.CommitAsync(cancellation);
        return account;
    }
}
